import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Bytes a second: slower on the whole is no line to work over, but somebody who holds on to what others need. */
export const leastRate = 16_000

interface Underway {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly socket: Socket
  readonly begun: number
  readonly readBefore: number
  /** When the reply began to go out, and what had been written before. */
  replying?: { readonly at: number; readonly writtenBefore: number }
}

/** More time has gone than the patience and the least rate give. */
const isLate = (since: number, bytes: number, patience: number): boolean =>
  performance.now() - since > patience + (bytes / leastRate) * 1_000

function cutRequest({ socket, reply }: Underway): void {
  if (reply.raw.headersSent) socket.destroy()
  else
    socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n', () =>
      socket.destroy(),
    )
}

function look(one: Underway, patience: number): void {
  const { request, reply, socket } = one
  if (!request.raw.complete) {
    if (isLate(one.begun, socket.bytesRead - one.readBefore, patience)) cutRequest(one)
  } else if (reply.raw.headersSent) {
    // What is written in one piece is counted when it is all gone: the timer of the socket sees whether it moves at all.
    if (!one.replying) socket.setTimeout(patience)
    one.replying ??= { at: performance.now(), writtenBefore: socket.bytesWritten - socket.writableLength }
    const { at, writtenBefore } = one.replying
    if (isLate(at, socket.bytesWritten - writtenBefore, patience)) socket.destroy()
  }
}

/**
 * Cuts off whoever sends a request, or takes its reply, slower than any line that one could work over: `seconds` for the
 * headers, and `seconds` beyond what the least rate gives for body and reply. Streams of events have their own rule.
 */
export function cutOffSlowClients(app: FastifyInstance, seconds: number): void {
  const patience = seconds * 1_000
  app.server.headersTimeout = patience
  const underway = new Set<Underway>()
  app.addHook('onRequest', (request, reply, done) => {
    const { socket } = request.raw
    if (socket instanceof Socket && !request.routeOptions.config.stream) {
      const one = { request, reply, socket, begun: performance.now(), readBefore: socket.bytesRead }
      underway.add(one)
      reply.raw.once('close', () => underway.delete(one))
    }
    done()
  })
  const timer = setInterval(() => {
    for (const one of underway) look(one, patience)
  }, checkEvery(seconds)).unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer)
    done()
  })
}

/** How often is looked, in milliseconds: who is slow is cut off a tenth late at most. */
export const checkEvery = (seconds: number): number => seconds * 100
