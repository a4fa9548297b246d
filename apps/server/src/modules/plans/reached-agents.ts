/**
 * SQL for the agents that a plan's rows may dial, with the hours of the row: those of rows that are on and, in groups in
 * service, all members. `$1` is the account, `plan` an expression.
 */
export const toReachedAgents = (plan: string): string => `
  select agent.id, row.hours from plan_rows row
  left join agent_groups grouped
    on grouped.account_id = row.account_id and grouped.id = row.agent_group_id and grouped.status = 'active'
  left join agent_group_members member on member.account_id = row.account_id and member.group_id = grouped.id
  join agents agent on agent.account_id = row.account_id and agent.status = 'active'
    and agent.id = coalesce(row.agent_id, member.agent_id)
  where row.account_id = $1 and row.plan_id = ${plan} and row.enabled`;
