package it.milanoaiuta.platform.data;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The service's database. The tables of this library are no entities, so that no service's persistence context sees them. */
@Singleton
public class Database extends Sql {

    @Inject
    Database(DataSource dataSource) {
        super(dataSource);
    }
}
