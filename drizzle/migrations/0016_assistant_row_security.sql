ALTER TABLE assistant_threads FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assistant_messages FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assistant_runs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assistant_suggestions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE assistant_actions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON assistant_threads, assistant_messages, assistant_runs, assistant_suggestions, assistant_actions TO alwrity_app;
