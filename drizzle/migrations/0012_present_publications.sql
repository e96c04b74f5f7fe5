ALTER TABLE "integrations" ADD COLUMN "api_root" text;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "listing" jsonb;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "kept" jsonb;