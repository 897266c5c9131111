package it.milanoaiuta.platform.data;

import java.util.function.Function;

import jakarta.persistence.AttributeConverter;

import it.milanoaiuta.platform.web.OpenValue;

/** A column of an open list: the code as it is, known or not. Each list has its own, applied by itself. */
public abstract class OpenColumn<T extends OpenValue> implements AttributeConverter<T, String> {

    private final Function<String, T> list;

    protected OpenColumn(Function<String, T> list) {
        this.list = list;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return value == null ? null : value.code();
    }

    @Override
    public T convertToEntityAttribute(String code) {
        return code == null ? null : list.apply(code);
    }
}
