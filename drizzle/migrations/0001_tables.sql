CREATE TABLE "api_key_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_key_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"event" text NOT NULL,
	"version" integer,
	"detail" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_key_events_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "api_key_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"key" "bytea" NOT NULL,
	"version" integer NOT NULL,
	"data_key_id" uuid NOT NULL,
	"masked" text NOT NULL,
	"status" text NOT NULL,
	"checked_at" timestamp with time zone,
	"saved_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_keys_session_provider" UNIQUE("session_id","provider"),
	CONSTRAINT "api_keys_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"kek_id" text NOT NULL,
	"kek_version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rotated_at" timestamp with time zone,
	CONSTRAINT "data_keys_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "data_keys_id_user" UNIQUE("id","user_id"),
	CONSTRAINT "data_keys_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "data_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "onboarding_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"current_step" integer DEFAULT 0 NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"steps" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"completed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "onboarding_sessions_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "onboarding_sessions_id_user" UNIQUE("id","user_id"),
	CONSTRAINT "onboarding_sessions_step_range" CHECK (current_step BETWEEN 0 AND 6),
	CONSTRAINT "onboarding_sessions_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "onboarding_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_events" (
	"post_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"user_id" text NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_events_pkey" PRIMARY KEY("post_id","seq"),
	CONSTRAINT "post_events_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "post_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"topic" text NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"request" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"idempotency_key" text,
	"document" jsonb,
	"cost_usd" numeric(12, 6) DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "posts_id_user" UNIQUE("id","user_id"),
	CONSTRAINT "posts_user_idempotency_key" UNIQUE("user_id","idempotency_key"),
	CONSTRAINT "posts_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"post_id" uuid,
	"provider" text NOT NULL,
	"key_version" integer,
	"operation" text NOT NULL,
	"model" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"cost_usd" numeric(12, 6) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "usage_events_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "usage_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_session_of_same_user" FOREIGN KEY ("session_id","user_id") REFERENCES "public"."onboarding_sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_data_key_of_same_user" FOREIGN KEY ("data_key_id","user_id") REFERENCES "public"."data_keys"("id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_events" ADD CONSTRAINT "post_events_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_events_user" ON "api_key_events" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "api_keys_user" ON "api_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "posts_user_created" ON "posts" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "usage_events_user_created" ON "usage_events" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "usage_events_post" ON "usage_events" USING btree ("post_id");--> statement-breakpoint
CREATE POLICY "api_key_events_own_rows" ON "api_key_events" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "api_keys_own_rows" ON "api_keys" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "data_keys_own_rows" ON "data_keys" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "onboarding_sessions_own_rows" ON "onboarding_sessions" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "post_events_own_rows" ON "post_events" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "posts_own_rows" ON "posts" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "usage_events_own_rows" ON "usage_events" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));