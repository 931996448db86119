-- How long ago a forecast last arrived, and which changes were published last, are looked up every few seconds.
create index forecast_arrived on forecast (jurisdiction, mode, received_at desc);
create index warning_change_by_time on warning_change (published_at desc);
