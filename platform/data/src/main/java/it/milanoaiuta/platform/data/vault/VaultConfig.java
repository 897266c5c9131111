package it.milanoaiuta.platform.data.vault;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a service that keeps a vault configures. */
@ConfigMapping(prefix = "milano.vault")
interface VaultConfig {

    /** Fixed when the service is built: it has the tables of <code>db/vault</code> and a {@link Vault}. */
    @WithDefault("false")
    boolean enabled();

    /**
     * Each the base64 of 32 bytes. The first wraps what is kept from now on, all of them unwrap; what an older one wrapped
     * is wrapped anew when the service starts.
     */
    List<String> masterKeys();
}
