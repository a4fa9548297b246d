ALTER TABLE "targets" ADD COLUMN "revenue_by_length" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_revenue_by_length" CHECK ("targets"."revenue_by_length" is null
        or ("targets"."revenue_micros" = 0 and "targets"."revenue_by_length" ->> 'kind' in ('per-minute', 'tiers')) is true);