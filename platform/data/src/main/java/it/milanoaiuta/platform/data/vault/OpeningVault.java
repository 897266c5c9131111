package it.milanoaiuta.platform.data.vault;

import javax.sql.DataSource;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;

/** The vault of a service that has one. Keys change by configuration, so what they wrap is put right when it starts. */
@Singleton
@IfBuildProperty(name = "milano.vault.enabled", stringValue = "true")
class OpeningVault {

    private static final Logger LOG = Logger.getLogger(OpeningVault.class);

    @Produces
    @Singleton
    Vault vault(VaultConfig config, DataSource dataSource) {
        return new Vault(config.masterKeys(), dataSource);
    }

    void atStart(@Observes StartupEvent started, Vault vault, ManagedExecutor executor) {
        vault.mustKnowItsKeys();
        executor.execute(() -> {
            int seen = vault.rewrap();
            if (seen > 0) {
                LOG.infof("wrapped %d keys of the vault anew", seen);
            }
        });
    }
}
