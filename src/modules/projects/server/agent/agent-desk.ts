import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#engine/period/plain-date'
import { canonical } from '#engine/quantity/decimal'
import type { Text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { type Kernel, recordNamed } from '#platform/records/kernel'
import { titlesOf } from '#platform/records/references'
import type { AgentDeskReply, DeskApprovalReply, DeskProjectReply } from '../../contract'
import { approvalDue, byPlannedDay } from '../../domain/approval-due'

type ApprovalRow = Omit<DeskApprovalReply, 'standing' | 'says'>

/** Approvals of the agent's projects that are needed and not given, as the actor may see them. */
async function openApprovals(tx: Transaction, agent: string, today: PlainDate): Promise<DeskApprovalReply[]> {
  const rows = await tx.all<ApprovalRow>(sql`
    SELECT step.id, step.name_zh AS name, step.stage, step.office, step.project, whole.name_zh AS project_name,
           step.unit_id, step.planned_on, step.applied_on, step.sample
    FROM project_procedure step
    JOIN project whole ON whole.zone_id = step.zone_id AND whole.id = step.project
    WHERE whole.agent = ${agent} AND step.done_on IS NULL AND step.needless IS NOT TRUE
      AND whole.state <> 'withdrawn'`)
  return rows.toSorted(byPlannedDay).map((row) => {
    const { standing, says } = approvalDue(row.planned_on, today)
    return { ...row, standing, says }
  })
}

/** A project has its agent until it produces. */
const isServed = (state: RawBuilder<unknown>) => sql`${state} NOT IN ('producing', 'full', 'withdrawn')`

/** The agent's projects; those that nobody has been in touch with for longest first. */
async function projectsOf(
  tx: Transaction,
  agent: string,
): Promise<Omit<DeskProjectReply, 'open_approvals'>[]> {
  return tx.all(sql`
    SELECT whole.id, whole.name_zh AS name, whole.unit_id, whole.sample, max(log.day) AS last_contact
    FROM project whole
    LEFT JOIN agent_log log ON log.zone_id = whole.zone_id AND log.project = whole.id
    WHERE whole.agent = ${agent} AND ${isServed(sql.ref('whole.state'))}
    GROUP BY whole.zone_id, whole.id, whole.name_zh, whole.unit_id, whole.sample
    ORDER BY max(log.day) NULLS FIRST, whole.name_zh`)
}

async function monthOf(tx: Transaction, agent: string, today: PlainDate): Promise<AgentDeskReply['month']> {
  const [row] = await tx.all<{ services: string; errands: string; hours: string | null }>(sql`
    SELECT count(*)::text AS services, (count(*) FILTER (WHERE kind = 'errand'))::text AS errands,
           sum(hours)::text AS hours
    FROM agent_log WHERE agent = ${agent} AND day >= ${`${today.slice(0, 7)}-01`}::date AND day <= ${today}::date`)
  return {
    services: Number(row?.services ?? 0),
    errands: Number(row?.errands ?? 0),
    hours: canonical(row?.hours ?? '0'),
  }
}

async function agentsSeen(tx: Transaction, kernel: Kernel): Promise<AgentDeskReply['agents']> {
  const rows = await tx.all<{ agent: string; projects: string }>(sql`
    SELECT agent, (count(*) FILTER (WHERE ${isServed(sql.ref('state'))}))::text AS projects
    FROM project WHERE agent IS NOT NULL GROUP BY agent ORDER BY agent`)
  const names = await titlesOf(
    tx,
    recordNamed(kernel, 'person'),
    rows.map(({ agent }) => agent),
  )
  return rows.map(({ agent, projects }) => ({
    id: agent,
    name: names[agent] ?? { zh: agent, en: agent },
    projects: Number(projects),
  }))
}

function unitNames(kernel: Kernel, units: Iterable<string>): Record<string, Text> {
  const places = kernel.places()
  return Object.fromEntries(
    [...new Set(units)].flatMap((unit) => {
      const name = places.nameOf(unit)
      return name ? [[unit, name]] : []
    }),
  )
}

/** What an agent has to see to: open approvals by planned day, projects by how long nobody was in touch, the month. */
export async function agentDesk(
  tx: Transaction,
  kernel: Kernel,
  { agent, today }: { readonly agent: string; readonly today: PlainDate },
): Promise<AgentDeskReply> {
  const approvals = await openApprovals(tx, agent, today)
  const projects = (await projectsOf(tx, agent)).map((one) => ({
    ...one,
    open_approvals: approvals.filter(({ project }) => project === one.id).length,
  }))
  return {
    today,
    agent,
    agents: await agentsSeen(tx, kernel),
    approvals,
    projects,
    month: await monthOf(tx, agent, today),
    units: unitNames(
      kernel,
      projects.map(({ unit_id }) => unit_id),
    ),
  }
}
