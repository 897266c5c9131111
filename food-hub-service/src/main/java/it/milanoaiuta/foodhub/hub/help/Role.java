package it.milanoaiuta.foodhub.hub.help;

/** What one person does on a shift: the closed list shared by every shift of the platform. */
public enum Role {
    HELPER, DRIVER, PACKER, SORTER, COURIER, INTERPRETER, LEAD
}
