CREATE TABLE "assistant_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"tool_call_id" text NOT NULL,
	"name" text NOT NULL,
	"args" jsonb NOT NULL,
	"title" text NOT NULL,
	"price_usd" numeric(15, 9) NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"result" jsonb,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "assistant_actions_call" UNIQUE("user_id","thread_id","tool_call_id"),
	CONSTRAINT "assistant_actions_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "assistant_actions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_messages" (
	"user_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"seq" integer NOT NULL,
	"id" text NOT NULL,
	"role" text NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"tool_calls" jsonb,
	"tool_call_id" text,
	"result" jsonb,
	"citations" jsonb,
	"model" text,
	"key_version" integer,
	"cost_usd" numeric(15, 9) DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assistant_messages_pkey" PRIMARY KEY("user_id","thread_id","seq"),
	CONSTRAINT "assistant_messages_id" UNIQUE("user_id","thread_id","id"),
	CONSTRAINT "assistant_messages_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "assistant_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"heartbeat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stop_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assistant_runs_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "assistant_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_suggestions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"tool_call_id" text NOT NULL,
	"kind" text NOT NULL,
	"post_id" uuid,
	"based_on" integer,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"change" jsonb NOT NULL,
	"shown" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "assistant_suggestions_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "assistant_suggestions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistant_threads" (
	"user_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assistant_threads_pkey" PRIMARY KEY("user_id","id"),
	CONSTRAINT "assistant_threads_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "assistant_threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assistant_actions" ADD CONSTRAINT "assistant_actions_thread_of_same_user" FOREIGN KEY ("user_id","thread_id") REFERENCES "public"."assistant_threads"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_messages" ADD CONSTRAINT "assistant_messages_thread_of_same_user" FOREIGN KEY ("user_id","thread_id") REFERENCES "public"."assistant_threads"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_runs" ADD CONSTRAINT "assistant_runs_thread_of_same_user" FOREIGN KEY ("user_id","thread_id") REFERENCES "public"."assistant_threads"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_suggestions" ADD CONSTRAINT "assistant_suggestions_thread_of_same_user" FOREIGN KEY ("user_id","thread_id") REFERENCES "public"."assistant_threads"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_suggestions" ADD CONSTRAINT "assistant_suggestions_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assistant_actions_user" ON "assistant_actions" USING btree ("user_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "assistant_runs_one_a_thread" ON "assistant_runs" USING btree ("user_id","thread_id") WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX "assistant_suggestions_user" ON "assistant_suggestions" USING btree ("user_id","status");--> statement-breakpoint
CREATE INDEX "assistant_suggestions_post" ON "assistant_suggestions" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "assistant_threads_user_updated" ON "assistant_threads" USING btree ("user_id","updated_at");--> statement-breakpoint
CREATE POLICY "assistant_actions_own_rows" ON "assistant_actions" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "assistant_messages_own_rows" ON "assistant_messages" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "assistant_runs_own_rows" ON "assistant_runs" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "assistant_suggestions_own_rows" ON "assistant_suggestions" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "assistant_threads_own_rows" ON "assistant_threads" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));