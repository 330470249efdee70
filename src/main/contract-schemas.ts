import { join } from 'node:path'
import ts from 'typescript'
import { root } from './folders'

type Json = Readonly<Record<string, unknown>>

/** Types that are their own word for a reader of the API; all others are spelled out where they stand. */
const isNamed = (type: ts.Type): boolean =>
  Boolean(type.symbol) &&
  (type.symbol.flags & ts.SymbolFlags.Interface) !== 0 &&
  !(type.symbol.declarations ?? []).some((one) => one.getSourceFile().fileName.includes('/node_modules/'))

/** The schema of a type that is no structure; undefined for one that is. */
function plainSchema(type: ts.Type, checker: ts.TypeChecker): Json | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
  if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) return { type: 'string' }
  if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' }
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' }
  return type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any) ? {} : undefined
}

/**
 * The interfaces of the modules' contracts as JSON Schemas, read by the compiler: what the console is compiled against
 * is what the API description says. Brands vanish, readonly too; what JSON cannot carry is refused.
 */
class SchemaWriter {
  readonly schemas: Record<string, Json> = {}

  constructor(readonly checker: ts.TypeChecker) {}

  /** Adds a type under its name; the types it mentions by name follow. */
  add(name: string, type: ts.Type): void {
    if (Object.hasOwn(this.schemas, name)) return
    // Reserved first: types may mention themselves.
    this.schemas[name] = {}
    this.schemas[name] = this.#object(type)
  }

  #of(type: ts.Type): Json {
    if (type.isUnion()) return this.#union(type)
    const plain = plainSchema(type, this.checker)
    if (plain) return plain
    // A branded string or number is one to whoever reads JSON.
    const bare = type.isIntersection() && type.types.find((one) => (one.flags & ts.TypeFlags.Object) === 0)
    return bare ? this.#of(bare) : this.#structure(type)
  }

  #structure(type: ts.Type): Json {
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) return this.#list(type)
    if (type.getCallSignatures().length > 0)
      throw new Error(`${this.checker.typeToString(type)} cannot be written as JSON`)
    if (!isNamed(type)) return this.#object(type)
    this.add(type.symbol.name, type)
    return { $ref: `#/components/schemas/${type.symbol.name}` }
  }

  #list(type: ts.Type): Json {
    const items = this.checker.getTypeArguments(type as ts.TypeReference).map((one) => this.#of(one))
    return this.checker.isTupleType(type)
      ? { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length }
      : { type: 'array', items: items[0] ?? {} }
  }

  #union(type: ts.UnionType): Json {
    const parts = type.types.filter((one) => (one.flags & ts.TypeFlags.Undefined) === 0)
    const schemas = parts.map((one) => this.#of(one))
    const constants = schemas.flatMap((one) => ('const' in one ? [one.const] : []))
    const rest = schemas.filter((one) => !('const' in one))
    const isBoolean = constants.length === 2 && constants.includes(true) && constants.includes(false)
    const all = [
      ...(isBoolean ? [{ type: 'boolean' }] : constants.length > 0 ? [{ enum: constants }] : []),
      ...rest,
    ]
    return all.length === 1 && all[0] ? all[0] : { anyOf: all }
  }

  #object(type: ts.Type): Json {
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const properties = this.checker.getPropertiesOfType(type)
    const isOptional = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0
    const required = properties.filter((symbol) => !isOptional(symbol)).map(({ name }) => name)
    return {
      type: 'object',
      ...this.#says(type.symbol),
      ...(properties.length > 0 && {
        properties: Object.fromEntries(properties.map((symbol) => [symbol.name, this.#property(symbol)])),
      }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.#of(index) }),
    }
  }

  #property(symbol: ts.Symbol): Json {
    return { ...this.#of(this.checker.getTypeOfSymbol(symbol)), ...this.#says(symbol) }
  }

  #says(symbol: ts.Symbol | undefined): Json {
    const says = ts.displayPartsToString(symbol?.getDocumentationComment(this.checker))
    return says ? { description: says.replaceAll(/\s+/g, ' ') } : {}
  }
}

/** Every interface that the given files export, by name, as JSON Schema. */
export function contractSchemas(files: readonly string[]): Record<string, Json> {
  const paths = files.map((file) => join(root, file))
  const config = ts.readConfigFile(join(root, 'tsconfig.server.json'), (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const program = ts.createProgram(paths, { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  const writer = new SchemaWriter(checker)
  for (const path of paths) {
    const source = program.getSourceFile(path)
    const module = source && checker.getSymbolAtLocation(source)
    for (const symbol of module ? checker.getExportsOfModule(module) : [])
      if (symbol.flags & ts.SymbolFlags.Interface)
        writer.add(symbol.name, checker.getDeclaredTypeOfSymbol(symbol))
  }
  const names = Object.keys(writer.schemas).sort()
  return Object.fromEntries(names.map((name) => [name, writer.schemas[name] ?? {}]))
}
