CREATE TABLE "post_analyses" (
	"post_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"user_id" text NOT NULL,
	"version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_analyses_pkey" PRIMARY KEY("post_id","kind"),
	CONSTRAINT "post_analyses_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "post_analyses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "words" integer;--> statement-breakpoint
ALTER TABLE "post_analyses" ADD CONSTRAINT "post_analyses_post_of_same_user" FOREIGN KEY ("post_id","user_id") REFERENCES "public"."posts"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "post_analyses_own_rows" ON "post_analyses" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));
--> statement-breakpoint
ALTER TABLE "post_analyses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "post_analyses" TO alwrity_app;
