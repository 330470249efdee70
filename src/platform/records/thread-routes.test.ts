import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentEntry, CommentEntry, HistoryEntry, ListReply } from '#engine/records/reply'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'
import { type Upload, upload } from '#test/support/upload'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

const entriesOf = async <T>(call: Caller, url: string) =>
  ((await call('GET', url)).body as { entries: T[] }).entries

describe.each(databases)('what hangs on a row, on %s', (database) => {
  let server: TestServer
  let officer: Caller
  let director: Caller
  let reader: Caller
  let stranger: Caller
  let row = ''

  beforeAll(async () => {
    server = await openTestServer(database)
    officer = await server.as('xiang')
    director = await server.as('zhu')
    reader = await server.as('fu')
    stranger = await server.as('lz')
    const list = (await officer('GET', '/api/project?size=1')).body as ListReply
    row = `/api/project/${list.rows[0]?.id}`
  })
  afterAll(() => server.close())

  it('comments are read and written by whoever reads the row, and by nobody else', async () => {
    expect((await director('POST', `${row}/comments`, { body: '  请按月报送 <b>进度</b> ' })).status).toBe(
      201,
    )
    const [said] = await entriesOf<CommentEntry>(officer, `${row}/comments`)
    expect(said).toMatchObject({ body: '请按月报送 <b>进度</b>' })
    expect(said?.person_name.zh).toMatch(/\p{Script=Han}/u)
    expect((await stranger('GET', `${row}/comments`)).status).toBe(404)
    expect((await stranger('POST', `${row}/comments`, { body: 'x' })).status).toBe(404)
  })

  it('an empty or endless comment is refused', async () => {
    expect((await officer('POST', `${row}/comments`, { body: ' ' })).status).toBe(422)
    expect((await officer('POST', `${row}/comments`, { body: '长'.repeat(4001) })).status).toBe(422)
    expect((await officer('POST', `${row}/comments`, {})).status).toBe(422)
  })

  it('a file is kept and served inert, under a name that cannot mislead', async () => {
    const sent = await upload(officer, `${row}/attachments`, {
      bytes: png,
      name: '../照片\u202e.png',
      type: 'image/png',
    })
    expect(sent.status).toBe(201)
    const [kept] = await entriesOf<AttachmentEntry>(director, `${row}/attachments`)
    expect(kept).toMatchObject({ name: '照片.png', media_type: 'image/png', bytes: png.length })
    const got = await director('GET', `${row}/attachments/${kept?.id}`)
    expect(got.raw).toEqual(png)
    expect(got.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining('attachment') as string,
    })
    expect((await stranger('GET', `${row}/attachments/${kept?.id}`)).status).toBe(404)
  })

  it('a web page is served as bytes, a false picture and a program are refused', async () => {
    const page = { bytes: Buffer.from('<script>alert(1)</script>'), name: 'a.html', type: 'text/html' }
    const { body } = await upload(officer, `${row}/attachments`, page)
    const got = await officer('GET', `${row}/attachments/${(body as AttachmentEntry).id}`)
    expect(got.headers['content-type']).toBe('application/octet-stream')
    const refused = async (file: Upload) => (await upload(officer, `${row}/attachments`, file)).status
    expect(await refused({ bytes: page.bytes, name: 'a.png' })).toBe(415)
    expect(await refused({ bytes: page.bytes, name: 'a', type: 'image/png' })).toBe(415)
    expect(await refused({ bytes: Buffer.from('MZ\x90\x00'), name: 'a.txt' })).toBe(415)
    expect(await refused({ bytes: Buffer.alloc(0), name: 'a.txt' })).toBe(422)
  })

  it('a file is put there and taken away only by those whose row it is to change', async () => {
    const entry = (await upload(officer, `${row}/attachments`, { bytes: png, name: 'b.png' }))
      .body as AttachmentEntry
    const readOnly = await upload(reader, `${row}/attachments`, { bytes: png, name: 'c.png' })
    expect(readOnly.status).toBe(403)
    expect((await reader('DELETE', `${row}/attachments/${entry.id}`)).status).toBe(403)
    expect((await stranger('DELETE', `${row}/attachments/${entry.id}`)).status).toBe(404)
    expect((await officer('DELETE', `${row}/attachments/${entry.id}`)).status).toBe(204)
    expect((await officer('DELETE', `${row}/attachments/${entry.id}`)).status).toBe(404)
  })

  it('history tells who did what, newest first, and no field the reader may not see', async () => {
    const deeds = (await entriesOf<HistoryEntry>(officer, `${row}/history`)).map(({ deed }) => deed)
    expect(deeds.slice(0, 2)).toEqual(['detach', 'attach'])
    expect(deeds).toContain('comment')
    expect((await stranger('GET', `${row}/history`)).status).toBe(404)

    const admin = await server.as('guan')
    const made = (
      await admin('POST', '/api/person', { unit_id: 'SF', name_zh: '新同事', mobile: '138-1111-2222' })
    ).body as {
      row: { id: string }
    }
    const past = async (call: Caller) =>
      JSON.stringify(await entriesOf(call, `/api/person/${made.row.id}/history`))
    expect(await past(admin)).toContain('mobile')
    expect(await past(admin)).not.toContain('138-1111-2222')
    const unseeing = await past(await server.as('an'))
    expect(unseeing).toContain('新同事')
    expect(unseeing).not.toContain('mobile')
  })
})
