package it.milanoaiuta.journeys;

/** Ids of the reference data that journeys speak of. */
final class Catalogue {

    static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    static final String LAMBRATE = "0192f000-0000-7000-8000-000000000102";
    static final String FRESH_HUB = "0192f000-0000-7000-8000-000000000104";

    static final String PASTA = "0192f000-0000-7000-8000-000000000201";
    static final String RICE = "0192f000-0000-7000-8000-000000000202";
    static final String APPLES = "0192f000-0000-7000-8000-000000000210";
    static final String ORANGES = "0192f000-0000-7000-8000-000000000211";
    static final String POTATOES = "0192f000-0000-7000-8000-000000000212";
    static final String CABBAGE = "0192f000-0000-7000-8000-000000000213";
    static final String ONIONS = "0192f000-0000-7000-8000-000000000214";
    static final String YOGHURT = "0192f000-0000-7000-8000-000000000219";

    private Catalogue() {}
}
