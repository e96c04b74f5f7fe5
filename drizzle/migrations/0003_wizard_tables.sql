CREATE TABLE "integrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"site_url" text NOT NULL,
	"username" text,
	"secret" "bytea" NOT NULL,
	"data_key_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"masked" text NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_user_kind_site" UNIQUE("user_id","kind","site_url"),
	CONSTRAINT "integrations_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "integrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "onboarding_data" (
	"user_id" text NOT NULL,
	"step" text NOT NULL,
	"data" jsonb,
	"draft" jsonb,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "onboarding_data_pkey" PRIMARY KEY("user_id","step"),
	CONSTRAINT "onboarding_data_user_id_set" CHECK (user_id <> '')
);
--> statement-breakpoint
ALTER TABLE "onboarding_data" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_data_key_of_same_user" FOREIGN KEY ("data_key_id","user_id") REFERENCES "public"."data_keys"("id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "integrations_own_rows" ON "integrations" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));--> statement-breakpoint
CREATE POLICY "onboarding_data_own_rows" ON "onboarding_data" AS PERMISSIVE FOR ALL TO "alwrity_app" USING (user_id = (SELECT NULLIF(current_setting('app.user_id', true), ''))) WITH CHECK (user_id = (SELECT NULLIF(current_setting('app.user_id', true), '')));