/**
 * SQL for the targets that a plan's rows may dial, with the hours of the row where it has its own: those of rows that
 * are on and, in groups in service, of members that are on. `$1` is the account, `plan` an expression.
 */
export const toReachedTargets = (plan: string): string => `
  select row.target_id, row.hours from plan_rows row
  where row.account_id = $1 and row.plan_id = ${plan} and row.enabled and row.target_id is not null
  union all
  select member.target_id, row.hours from plan_rows row
  join target_groups grouped
    on grouped.account_id = row.account_id and grouped.id = row.group_id and grouped.status = 'active'
  join target_group_members member
    on member.account_id = row.account_id and member.group_id = row.group_id and member.enabled
  where row.account_id = $1 and row.plan_id = ${plan} and row.enabled`;
