// The hubs that events come in by.
param name string
param location string
param tags object
param partitions int
param principalId string

var roles = [
  'a638d3c7-ab3a-418d-83e6-5f17a39d4fde' // Azure Event Hubs Data Receiver
  '2b629674-e913-4c01-ae53-ef4638d8f975' // Azure Event Hubs Data Sender
]

resource namespace 'Microsoft.EventHub/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Standard', capacity: 1 }
  properties: { disableLocalAuth: true, minimumTlsVersion: '1.2', isAutoInflateEnabled: true, maximumThroughputUnits: 20 }

  resource marketData 'eventhubs' = {
    name: 'market-data'
    properties: { partitionCount: partitions, retentionDescription: { cleanupPolicy: 'Delete', retentionTimeInHours: 72 } }
  }

  // What happened in the certificate markets, for the accounts to settle; one order per certificate, so few partitions suffice.
  resource marketEvents 'eventhubs' = {
    name: 'market-events'
    properties: { partitionCount: 2, retentionDescription: { cleanupPolicy: 'Delete', retentionTimeInHours: 72 } }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(namespace.id, principalId, role)
    scope: namespace
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output id string = namespace.id
output hostName string = '${namespace.name}.servicebus.windows.net'
