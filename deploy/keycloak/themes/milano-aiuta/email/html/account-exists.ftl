<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("accountExistsBody")}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("accountExistsHow")}</p>
</@layout.emailLayout>
