GRANT SELECT (post_id, step, user_id, owner, heartbeat_at, finished_at) ON post_checkpoints TO alwrity_keeper;
--> statement-breakpoint
GRANT UPDATE (heartbeat_at) ON post_checkpoints TO alwrity_keeper;
