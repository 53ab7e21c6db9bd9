import {
  BatchCheckLayerAvailability$,
  GetDownloadUrlForLayer$,
  type BatchCheckLayerAvailabilityRequest,
  type BatchCheckLayerAvailabilityResponse,
  type GetDownloadUrlForLayerRequest,
  type GetDownloadUrlForLayerResponse,
  type Layer,
  type LayerFailure,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../protocol/aws-error.ts'
import { operation, type Operation } from '../protocol/operation.ts'
import { isDigest } from '../registry/model/digest.ts'
import { oci } from '../registry/model/media-types.ts'
import { layerUrl } from '../registry/server/layer-storage.ts'
import type { EcrRegistry } from './ecr-registry.ts'

/** Whether layers are there, and where they are to be had. */
export function layerOperations(registry: EcrRegistry): readonly Operation[] {
  return [
    operation(
      GetDownloadUrlForLayer$,
      (input: GetDownloadUrlForLayerRequest): GetDownloadUrlForLayerResponse => {
        const repository = registry.require(input, 'GetDownloadUrlForLayer')
        const { layerDigest = '' } = input
        if (!repository.blobs.has(layerDigest)) {
          throw new AwsError(
            'LayersNotFoundException',
            `Layers with digests '${layerDigest}' not found`,
          )
        }
        return { downloadUrl: layerUrl(registry.cloud, repository, layerDigest), layerDigest }
      },
    ),
    operation(BatchCheckLayerAvailability$, (input: BatchCheckLayerAvailabilityRequest) =>
      checkLayers(registry, input),
    ),
  ]
}

function checkLayers(
  registry: EcrRegistry,
  input: BatchCheckLayerAvailabilityRequest,
): BatchCheckLayerAvailabilityResponse {
  const { blobs } = registry.require(input, 'BatchCheckLayerAvailability')
  const layers: Layer[] = []
  const failures: LayerFailure[] = []
  for (const layerDigest of input.layerDigests ?? []) {
    const blob = blobs.get(layerDigest)
    if (!isDigest(layerDigest)) {
      const failureReason = 'Invalid request parameters: layer digest is not valid'
      failures.push({ layerDigest, failureCode: 'InvalidLayerDigest', failureReason })
    } else if (blob === undefined) layers.push({ layerDigest, layerAvailability: 'UNAVAILABLE' })
    else {
      const layerSize = blob.length
      const mediaType = oci.layer
      layers.push({ layerDigest, layerAvailability: 'AVAILABLE', layerSize, mediaType })
    }
  }
  return { layers, failures }
}
