ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON payments
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT ON payments TO ccp_app;
--> statement-breakpoint
-- What was paid stays as it was recorded; only what became of it is written later.
GRANT UPDATE (status, voided_by, voided_at, void_note, version) ON payments TO ccp_app;
--> statement-breakpoint
-- As before, and with the demonstration's parties go their payments, with what those booked.
CREATE OR REPLACE FUNCTION remove_demo_calls(calls_max integer) RETURNS integer
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
    WITH gone_documents AS (
      DELETE FROM documents d USING demo_rows r
        WHERE d.account_id = own AND r.account_id = own
          AND (r.noun = 'buyer' AND r.noun_id = d.buyer_id::text
            OR r.noun = 'publisher' AND r.noun_id = d.publisher_id::text)
        RETURNING d.id
    )
    DELETE FROM audit_log a USING gone_documents g
      WHERE a.account_id = own AND a.noun = 'document' AND a.noun_id = g.id::text;
    WITH gone_payments AS (
      DELETE FROM payments p USING demo_rows r
        WHERE p.account_id = own AND r.account_id = own
          AND (r.noun = 'buyer' AND r.noun_id = p.buyer_id::text
            OR r.noun = 'publisher' AND r.noun_id = p.publisher_id::text)
        RETURNING p.id
    ), gone_transfers AS (
      DELETE FROM ledger_transfers t USING gone_payments g
        WHERE t.account_id = own
          AND t.idempotency_key IN ('payment:' || g.id, 'payment:' || g.id || ':reversal')
    )
    DELETE FROM audit_log a USING gone_payments g
      WHERE a.account_id = own AND a.noun = 'payment' AND a.noun_id = g.id::text;
    RETURN 0;
  END IF;
  INSERT INTO demo_tombstones (account_id, noun, noun_id)
    SELECT own, 'call', g.id::text FROM unnest(gone) AS g (id)
    ON CONFLICT DO NOTHING;
  DELETE FROM ledger_transfers WHERE account_id = own AND call_id = ANY (gone);
  WITH gone_adjustments AS (
    DELETE FROM adjustments WHERE account_id = own AND call_id = ANY (gone) RETURNING id
  )
  DELETE FROM audit_log a USING gone_adjustments g
    WHERE a.account_id = own AND a.noun = 'adjustment' AND a.noun_id = g.id::text;
  DELETE FROM call_events WHERE account_id = own AND call_id = ANY (gone);
  DELETE FROM audit_log a USING unnest(gone) AS g (id)
    WHERE a.account_id = own AND a.noun = 'call' AND a.noun_id = g.id::text;
  DELETE FROM quarantined_events q USING unnest(gone) AS g (id)
    WHERE q.account_id = own AND position(g.id::text IN q.event #>> '{}') > 0;
  DELETE FROM calls WHERE account_id = own AND id = ANY (gone);
  RETURN array_length(gone, 1);
END
$$;
