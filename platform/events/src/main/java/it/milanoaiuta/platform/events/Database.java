package it.milanoaiuta.platform.events;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import it.milanoaiuta.platform.data.Sql;

/** The service's database. The tables of this library are no entities, so that no service's persistence context sees them. */
@Singleton
class Database extends Sql {

    @Inject
    Database(DataSource dataSource) {
        super(dataSource);
    }
}
