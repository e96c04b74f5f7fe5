CREATE TABLE "erased_users" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_key_events" ALTER COLUMN "provider" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "problem" text;--> statement-breakpoint
CREATE POLICY "api_key_events_rotator" ON "api_key_events" AS PERMISSIVE FOR INSERT TO "alwrity_rotator" WITH CHECK (current_user = 'alwrity_rotator' AND event = 'rotated' AND provider IS NULL);--> statement-breakpoint
CREATE POLICY "data_keys_rotator" ON "data_keys" AS PERMISSIVE FOR ALL TO "alwrity_rotator" USING (current_user = 'alwrity_rotator') WITH CHECK (current_user = 'alwrity_rotator');
