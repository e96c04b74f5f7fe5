ALTER TABLE post_checkpoints FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE post_versions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE publications FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON post_checkpoints, post_versions, publications, notices TO alwrity_app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO alwrity_keeper;
--> statement-breakpoint
GRANT SELECT (id, user_id, status, attempt, heartbeat_at, created_at) ON posts TO alwrity_keeper;
--> statement-breakpoint
GRANT UPDATE (heartbeat_at) ON posts TO alwrity_keeper;
