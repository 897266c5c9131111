package it.milanoaiuta.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

import it.milanoaiuta.platform.web.NotFound;

/** Style sheet, script and mark under an address that holds their hash: a browser asks for each version once. */
@ApplicationScoped
@Path("/assets")
public class Assets {

    private record Asset(String type, byte[] content, String address) {}

    private final Map<String, Asset> byName = new HashMap<>();

    Assets(@ConfigProperty(name = "htmx.version") String htmx) {
        add("style.css", "text/css;charset=UTF-8", "web/style.css");
        add("app.js", "text/javascript;charset=UTF-8", "web/app.js");
        add("mark.svg", "image/svg+xml", "web/mark.svg");
        add("htmx.js", "text/javascript;charset=UTF-8", "META-INF/resources/webjars/htmx.org/" + htmx + "/dist/htmx.min.js");
    }

    /** The address of an asset, for templates. */
    public String address(String name) {
        return byName.get(name).address();
    }

    @GET
    @Path("{hash}/{name}")
    @Operation(hidden = true)
    public Response get(String hash, String name) {
        Asset asset = byName.get(name);
        if (asset == null || !asset.address().equals("/assets/" + hash + "/" + name)) {
            throw new NotFound();
        }
        return Response.ok(asset.content(), asset.type()).header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }

    private void add(String name, String type, String resource) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            byte[] content = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            String address = "/assets/" + HexFormat.of().formatHex(digest, 0, 6) + "/" + name;
            byName.put(name, new Asset(type, content, address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
