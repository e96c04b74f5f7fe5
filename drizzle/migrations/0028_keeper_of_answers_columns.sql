GRANT SELECT (id, user_id, heartbeat_at, ended_at) ON assistant_runs TO alwrity_keeper;
