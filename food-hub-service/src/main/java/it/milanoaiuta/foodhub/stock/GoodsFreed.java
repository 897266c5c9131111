package it.milanoaiuta.foodhub.stock;

import java.util.List;

/** Goods that were set aside are free again; observed in the transaction that frees them. */
public record GoodsFreed(List<Reservation> released) {}
