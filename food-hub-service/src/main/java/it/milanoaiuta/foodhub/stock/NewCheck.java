package it.milanoaiuta.foodhub.stock;

/**
 * A look at a lot: only all three together let it leave past its best-before date (Law 166/2016).
 *
 * @param packagingIntact whether the packaging is whole
 * @param looksRight whether it looks as it should
 * @param smellsRight whether it smells as it should
 */
public record NewCheck(boolean packagingIntact, boolean looksRight, boolean smellsRight) {

    boolean passed() {
        return packagingIntact && looksRight && smellsRight;
    }
}
