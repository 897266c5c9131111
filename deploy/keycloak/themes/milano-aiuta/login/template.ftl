<#-- The frame of every page. No script of ours: those that some of base's pages bring (passkeys) are enhancement. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}" dir="${(locale.rtl)?then('rtl','ltr')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${msg("loginTitle",(realm.displayName!''))}</title>
<link rel="icon" href="${url.resourcesPath}/img/mark.svg">
<link rel="stylesheet" href="${url.resourcesPath}/css/login.css">
<#-- where base's scripts for passkeys find their library -->
<script type="importmap">{"imports":{"rfc4648":"${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
<#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
</head>
<body data-page-id="login-${pageId}">
<header class="top"><div class="narrow">
<p class="brand"><img src="${url.resourcesPath}/img/mark.svg" alt="" width="40" height="40"><b>${realm.displayName!''}</b></p>
<#if realm.internationalizationEnabled && locale.supported?size gt 1>
<nav class="tongues" aria-label="${msg("languages")}"><#list locale.supported as l><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${msg("locale_" + l.languageTag)}</a></#list></nav>
</#if>
</div></header>
<main class="narrow">
<h1 id="kc-page-title"><#nested "header"></h1>
<#-- a registration must end alike for whoever is new and whoever is known -->
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials() && !(hideUsername??)>
<#nested "show-username">
<p class="quiet" id="kc-attempted-username">${auth.attemptedUsername} · <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
</#if>
<#if displayRequiredFields><p class="quiet"><span class="required">*</span> ${msg("requiredFields")}</p></#if>
<#-- who came to do something knows that it is to be done -->
<#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
<p class="note ${message.type}" role="alert">${kcSanitize(message.summary)?no_esc}</p>
</#if>
<#nested "form">
<#if auth?has_content && auth.showTryAnotherWayLink()>
<form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post"><button class="quiet-button" id="try-another-way" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button></form>
</#if>
<#if switchOrganizationEnabled?? && switchOrganizationEnabled>
<form id="kc-switch-organization-form" action="${url.loginAction}" method="post"><button class="quiet-button" id="switch-organization" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button></form>
</#if>
<#nested "socialProviders">
<#if displayInfo><div class="info"><#nested "info"></div></#if>
</main>
</body>
</html>
</#macro>
