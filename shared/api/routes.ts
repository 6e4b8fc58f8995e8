import { batchApi } from './batch.ts'
import { consolidationApi } from './consolidation.ts'
import { evidenceApi } from './evidence.ts'
import { filingApi } from './filing.ts'
import { hostContract } from './host.ts'
import { parametersApi } from './parameters.ts'
import { reportApi } from './report.ts'
import { returnFileApi } from './return-file.ts'
import { rosterApi } from './roster.ts'
import { variationApi } from './variation.ts'
import { workspaceApi } from './workspace.ts'

/** Every route of the contract, by area and name. */
export const routes = {
  host: hostContract,
  workspace: workspaceApi,
  filing: filingApi,
  returnFile: returnFileApi,
  roster: rosterApi,
  batch: batchApi,
  consolidation: consolidationApi,
  variation: variationApi,
  parameters: parametersApi,
  evidence: evidenceApi,
  report: reportApi,
}
