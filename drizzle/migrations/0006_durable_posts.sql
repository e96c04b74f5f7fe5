CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"post_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_checkpoints" (
	"post_id" uuid NOT NULL,
	"step" text NOT NULL,
	"user_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_checkpoints_pkey" PRIMARY KEY("post_id","step"),
	CONSTRAINT "post_checkpoints_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "post_checkpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_versions" (
	"post_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"user_id" text NOT NULL,
	"reason" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_versions_pkey" PRIMARY KEY("post_id","version"),
	CONSTRAINT "post_versions_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "post_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"post_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"integration_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"site_url" text NOT NULL,
	"idempotency_key" text,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"remote_id" text,
	"remote_url" text,
	"problem" text,
	"scheduled_for" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_idempotency_key" UNIQUE("post_id","idempotency_key"),
	CONSTRAINT "publications_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "publications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "heartbeat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_checkpoints" ADD CONSTRAINT "post_checkpoints_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_user" ON "notices" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "publications_post" ON "publications" USING btree ("post_id","integration_id");--> statement-breakpoint
CREATE INDEX "posts_open" ON "posts" USING btree ("heartbeat_at") WHERE status IN ('queued', 'running');--> statement-breakpoint
CREATE POLICY "posts_keeper" ON "posts" AS PERMISSIVE FOR ALL TO "alwrity_keeper" USING (current_user = 'alwrity_keeper') WITH CHECK (current_user = 'alwrity_keeper');--> statement-breakpoint
CREATE POLICY "notices_own_rows" ON "notices" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "post_checkpoints_own_rows" ON "post_checkpoints" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "post_versions_own_rows" ON "post_versions" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "publications_own_rows" ON "publications" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));