-- Each campaign gets a plan of its own with the rows that it had, and the same name; an archived one's is archived too.
-- Row security that also holds for the owner would show this migration nothing, so it is lifted while rows are moved.
ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE campaigns NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE campaign_targets NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE targets NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE demo_rows NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO plans (account_id, id, name, status, created_at)
  SELECT account_id, gen_random_uuid(), name, CASE status WHEN 'archived' THEN 'archived' ELSE 'active' END, created_at
  FROM campaigns;
--> statement-breakpoint
-- Names are unique in an account.
UPDATE campaigns c SET plan_id = p.id FROM plans p WHERE p.account_id = c.account_id AND p.name = c.name;
--> statement-breakpoint
INSERT INTO plan_rows (account_id, plan_id, position, target_id, priority, weight, enabled)
  SELECT r.account_id, c.plan_id,
    row_number() OVER (PARTITION BY r.account_id, c.plan_id ORDER BY r.position, r.target_id) - 1,
    r.target_id, r.priority, r.weight, r.enabled
  FROM campaign_targets r JOIN campaigns c ON c.account_id = r.account_id AND c.id = r.campaign_id;
--> statement-breakpoint
INSERT INTO plan_versions (account_id, plan_id, number, note, actor_kind, actor_id, document)
  SELECT p.account_id, p.id, 1, 'As the campaign had it', 'system', 'migration', jsonb_build_object(
    'strategies', '[]'::jsonb,
    'items', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'kind', 'target', 'of', jsonb_build_object('id', t.id, 'name', t.name), 'priority', r.priority,
        'weight', r.weight, 'enabled', r.enabled, 'revenue', null, 'hours', null, 'ringTimeoutSeconds', null
      ) ORDER BY r.position)
      FROM plan_rows r JOIN targets t ON t.account_id = r.account_id AND t.id = r.target_id
      WHERE r.account_id = p.account_id AND r.plan_id = p.id), '[]'::jsonb))
  FROM plans p;
--> statement-breakpoint
INSERT INTO demo_rows (account_id, noun, noun_id)
  SELECT c.account_id, 'plan', c.plan_id::text FROM campaigns c
  JOIN demo_rows d ON d.account_id = c.account_id AND d.noun = 'campaign' AND d.noun_id = c.id::text;
--> statement-breakpoint
-- Books name the plan from now on.
UPDATE accounts SET revision = revision + 1;
--> statement-breakpoint
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE campaigns FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE targets FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE demo_rows FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP TABLE campaign_targets;
--> statement-breakpoint
ALTER TABLE campaigns ALTER COLUMN plan_id SET NOT NULL;
--> statement-breakpoint
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'target_groups', 'target_group_members', 'plans', 'plan_rows', 'plan_versions'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_account ON %I '
      'USING (account_id = (select nullif(current_setting(''app.account'', true), '''')::uuid)) '
      'WITH CHECK (account_id = (select nullif(current_setting(''app.account'', true), '''')::uuid))',
      tenant_table
    );
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON target_groups, target_group_members, plans, plan_rows TO ccp_app;
--> statement-breakpoint
-- What was published is not rewritten; only with its plan, a demonstration's, does it go.
GRANT SELECT, INSERT, DELETE ON plan_versions TO ccp_app;
