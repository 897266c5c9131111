package it.milanoaiuta.gateway.proxy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import it.milanoaiuta.gateway.ask.Contracts;
import it.milanoaiuta.platform.web.http.Entrance;

/**
 * The route an address is of, as metrics name it: by the template in the services' contracts and never by the address, which
 * holds codes and ids.
 */
@ApplicationScoped
class Routes {

    private final AddressTree tree;

    Routes(Contracts contracts) {
        List<String> templates = contracts.byService().values().stream()
                .flatMap(contract -> contract.path("paths").properties().stream()).map(path -> path.getKey()).toList();
        tree = new AddressTree(templates);
    }

    String of(String path) {
        return tree.templateOf(path).orElse(Entrance.OTHER_ROUTE);
    }
}
