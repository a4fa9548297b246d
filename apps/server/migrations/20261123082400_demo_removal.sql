CREATE TABLE "demo_tombstones" (
	"account_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"noun_id" text NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demo_tombstones_account_id_noun_noun_id_pk" PRIMARY KEY("account_id","noun","noun_id")
);
--> statement-breakpoint
ALTER TABLE demo_tombstones ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE demo_tombstones FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON demo_tombstones
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT ON demo_tombstones TO ccp_app;
--> statement-breakpoint
-- Facts are only ever added to; the demonstration's alone may be taken away, and by this function alone. It runs with
-- its owner's rights, so it looks at the account itself, and touches nothing but calls to numbers that demo_rows names.
-- Each time it takes at most calls_max of them, so that nobody waits long for what it locks; 0 means that all are gone,
-- and then what people did to the demonstration's nouns goes too.
CREATE FUNCTION remove_demo_calls(calls_max integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own uuid := nullif(current_setting('app.account', true), '')::uuid;
  gone uuid[];
BEGIN
  IF own IS NULL THEN
    RAISE EXCEPTION 'No account is set.';
  END IF;
  -- The lock of whoever books for the account: nothing is booked meanwhile, and afterwards the tombstones are seen.
  PERFORM pg_advisory_xact_lock(hashtextextended('drain:' || own::text, 0));
  INSERT INTO demo_tombstones (account_id, noun, noun_id)
    SELECT own, noun, noun_id FROM demo_rows WHERE account_id = own AND noun = 'number'
    ON CONFLICT DO NOTHING;
  SELECT array_agg(found.id) INTO gone FROM (
    SELECT c.id FROM calls c
    WHERE c.account_id = own AND c.number_id IN (
      SELECT noun_id::bigint FROM demo_rows WHERE account_id = own AND noun = 'number')
    LIMIT calls_max
  ) AS found;
  IF gone IS NULL THEN
    DELETE FROM quarantined_events q USING demo_rows d
      WHERE q.account_id = own AND d.account_id = own AND d.noun = 'number'
        AND position('"numberId":' || d.noun_id || ',' IN q.event #>> '{}') > 0;
    DELETE FROM audit_log a USING demo_rows d
      WHERE a.account_id = own AND d.account_id = own AND a.noun = d.noun AND a.noun_id = d.noun_id;
    DELETE FROM audit_log a USING demo_rows d JOIN numbers n ON n.account_id = d.account_id AND n.id = d.noun_id::bigint
      WHERE a.account_id = own AND d.account_id = own AND d.noun = 'number'
        AND a.noun = 'test-call' AND a.after ->> 'to' = n.number;
    DELETE FROM audit_log WHERE account_id = own AND noun = 'demo';
    RETURN 0;
  END IF;
  INSERT INTO demo_tombstones (account_id, noun, noun_id)
    SELECT own, 'call', g.id::text FROM unnest(gone) AS g (id)
    ON CONFLICT DO NOTHING;
  DELETE FROM ledger_transfers WHERE account_id = own AND call_id = ANY (gone);
  DELETE FROM call_events WHERE account_id = own AND call_id = ANY (gone);
  DELETE FROM audit_log a USING unnest(gone) AS g (id)
    WHERE a.account_id = own AND a.noun = 'call' AND a.noun_id = g.id::text;
  DELETE FROM quarantined_events q USING unnest(gone) AS g (id)
    WHERE q.account_id = own AND position(g.id::text IN q.event #>> '{}') > 0;
  DELETE FROM calls WHERE account_id = own AND id = ANY (gone);
  RETURN array_length(gone, 1);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION remove_demo_calls(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION remove_demo_calls(integer) TO ccp_app;
