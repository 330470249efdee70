import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { readDesk } from './dispatch-desk'
import { languageOf, monthIn, queryOf, standingIn } from './dispatch-query'
import { type AgendaChoice, readAgenda, readReport } from './read-report'
import { wordLetter } from './word-letter'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A Word file, named in the reader's language; a plain name for what does not read it. */
const asWord = (reply: FastifyReply, { name, bytes }: Document): FastifyReply =>
  reply
    .type(word)
    .header('cache-control', 'private, no-store')
    .header(
      'content-disposition',
      `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
    )
    .send(Buffer.from(bytes))

const parts = (given: string | undefined) => given?.split(',').filter(Boolean)

function choiceIn(request: FastifyRequest): AgendaChoice {
  const { level, age, blockers } = queryOf(request)
  const days = Number(age ?? 0)
  return {
    levels: parts(level),
    age: Number.isFinite(days) ? days : 0,
    chosen: parts(blockers),
  }
}

function registerReading(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/dispatch-desk', (request) => {
    const [standing, asked] = [standingIn(request, kernel), monthIn(request)]
    return kernel.database.transaction(standing.actor, 'read', (tx) => readDesk(tx, standing, asked))
  })
  app.get('/api/dispatch-report', (request) => {
    const given = { standing: standingIn(request, kernel), asked: monthIn(request) }
    return kernel.database.transaction(given.standing.actor, 'read', (tx) => readReport(tx, kernel, given))
  })
  app.get('/api/meeting-agenda', (request) => {
    const given = { standing: standingIn(request, kernel), choice: choiceIn(request) }
    return kernel.database.transaction(given.standing.actor, 'read', (tx) => readAgenda(tx, kernel, given))
  })
}

/** Word files: what builds them is loaded when the first is asked for, so that a start does not wait for it. */
function registerDocuments(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/dispatch-report.docx', async (request, reply) => {
    const given = { standing: standingIn(request, kernel), asked: monthIn(request) }
    const report = await kernel.database.transaction(given.standing.actor, 'read', (tx) =>
      readReport(tx, kernel, given),
    )
    const { reportDocument } = await import('./report-document')
    return asWord(reply, await reportDocument(report, languageOf(request)))
  })
  app.get('/api/meeting-agenda.docx', async (request, reply) => {
    const given = { standing: standingIn(request, kernel), choice: choiceIn(request) }
    const agenda = await kernel.database.transaction(given.standing.actor, 'read', (tx) =>
      readAgenda(tx, kernel, given),
    )
    const { agendaDocument } = await import('./agenda-document')
    return asWord(reply, await agendaDocument(agenda, languageOf(request)))
  })
  app.get('/api/letter/:id/document.docx', async (request, reply) => {
    const { id } = request.params as { id: string }
    const letter = await kernel.database.transaction(signedIn(request), 'read', (tx) =>
      wordLetter(tx, kernel, id),
    )
    const { letterDocument } = await import('./letter-document')
    return asWord(reply, await letterDocument(letter, languageOf(request)))
  })
}

/** The dispatch of a month: its desk, its report, letters and the agenda of a meeting, on screen and as Word. */
export function registerDispatchRoutes(app: FastifyInstance, kernel: Kernel): void {
  registerReading(app, kernel)
  registerDocuments(app, kernel)
}
