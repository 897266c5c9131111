<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<#-- a disabled account is said of the page and not of a field: it must look like any other refusal -->
<#assign disabled = message?has_content && message.type == 'error' && message.summary == msg("accountDisabledMessage")>
<#assign wrong = disabled || messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form" && realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post">
<#if wrong><p class="note error" role="alert" id="input-error">${kcSanitize(disabled?then(msg("accountDisabledMessage"), messagesPerField.getFirstError('username','password')))?no_esc}</p></#if>
<#if !usernameHidden??>
<div class="field"><label for="username"><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></label>
<input id="username" name="username" value="${(login.username!'')}" type="text" dir="ltr" required autofocus autocapitalize="none" autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}"<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>></div>
</#if>
<div class="field"><label for="password">${msg("password")}</label>
<input id="password" name="password" type="password" dir="ltr" required autocomplete="current-password"<#if usernameHidden??> autofocus</#if><#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>></div>
<#if realm.rememberMe && !usernameHidden??>
<label class="check"><input id="rememberMe" name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>> ${msg("rememberMe")}</label>
</#if>
<#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
<input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
<button class="go" name="login" id="kc-login">${msg("doLogIn")}</button>
</form>
<@passkeys.conditionalUIData />
<#elseif section = "info">
<p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
<#elseif section = "socialProviders" && realm.password && social?? && social.providers?has_content>
<h2>${msg("identity-provider-login-label")}</h2>
<ul class="plain"><#list social.providers as p><li><a class="quiet-button" id="social-${p.alias}" href="${p.loginUrl}">${p.displayName!}</a></li></#list></ul>
</#if>
</@layout.registrationLayout>
