package it.milanoaiuta.foodhub.stock;

/** A look at a lot: only all three together let it leave past its best-before date (Law 166/2016). */
public record NewCheck(boolean packagingIntact, boolean looksRight, boolean smellsRight) {

    boolean passed() {
        return packagingIntact && looksRight && smellsRight;
    }
}
