const storing =
  'Storing the rows with their indexes, that of 150 pairs of characters a row among them, takes the database three seconds, storing their 20 000 events another; working out search text and digests takes the server two more, checking them one. They go on beside each other as far as two cores allow.'
const onlyOne =
  'The embedded database has one connection and no processes of its own: transactions take turns, and a roll-up waits for it.'

const compiled =
  'PostgreSQL as a WebAssembly module is read, compiled and started anew at every start: half of the processor time of a start on two cores. A first start makes its cluster there too, and writes the whole demonstration through one connection.'

/** Why a bar is missed, by the name of its row: printed beside the miss, and dropped when it holds again. */
export const causes: Readonly<Record<string, string>> = {
  'list_projects.postgres':
    'A reading transaction says who asks and ends: three messages more than the bare server sends, and the row rule, five sums, names and deeds of fifty rows.',
  'create_project.postgres':
    'The row, its event and the news of it are three statements and who asks is said before them; the bare server sends one.',
  'create_project.embedded': onlyOne,
  'sum_by_park.embedded': onlyOne,
  'import_projects.postgres': storing,
  'import_projects.embedded': storing,
  'publish_month.postgres':
    '200 figures of one park reach 4 200 cells: those of twenty parks are read to add up the zone, and those of the year before and after to compare.',
  'publish_month.embedded':
    '200 figures of one park reach 4 200 cells: those of twenty parks are read to add up the zone, and those of the year before and after to compare.',
  'zone_year.embedded':
    'The embedded database is PostgreSQL 18, which skips along an index: it adds up the observations of the bare server in some 20 ms, for which PostgreSQL 15 takes 90. The kept cells are answered in 5 ms, with the transaction, the rights and the way to the thread of the database.',
  'zone_year_p99.embedded': onlyOne,
  'lamps.embedded': onlyOne,
  'portfolio_page.postgres':
    'About a third goes into working out the forty plans of the page, about a third into reading their nodes; counting what matches and naming people and organs is the rest.',
  'portfolio_page.embedded': onlyOne,
  'start_existing.embedded': compiled,
  'start_first.embedded': compiled,
}
