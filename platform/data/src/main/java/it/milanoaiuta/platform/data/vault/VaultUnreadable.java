package it.milanoaiuta.platform.data.vault;

/** What is stored cannot be opened: another master key, another row's bytes, or changed ones. Never says what was in it. */
public class VaultUnreadable extends IllegalStateException {

    VaultUnreadable(String what) {
        super(what);
    }
}
