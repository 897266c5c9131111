<#ftl output_format="plainText">
${msg("accountExistsBody")}

${link}

${msg("accountExistsHow")}
