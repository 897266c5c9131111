-- What a hub still expects is few among all that ever came: the list by state must not read history.
create index arrival_hub_state on arrival (hub_id, state, window_start, id);
