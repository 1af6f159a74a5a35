// The document store. Containers and lifetimes are those of shared/Flows/Ports/Collections.cs; a test compares the two.
param name string
param location string
param tags object
param maxThroughput int
param principalId string

var databaseName = 'liquidity-risk'

// Default lifetime in seconds; -1 keeps documents for ever unless they say otherwise.
var containers = [
  { name: 'bonds', lifetime: -1 }
  { name: 'dead-letters', lifetime: 2592000 }
  { name: 'audit', lifetime: -1 }
  { name: 'policies', lifetime: -1 }
  { name: 'feedback', lifetime: 63072000 }
  { name: 'market', lifetime: -1 }
  { name: 'accounts', lifetime: -1 }
  { name: 'transactions', lifetime: -1 }
  { name: 'liquidity', lifetime: -1 }
  { name: 'previews', lifetime: 86400 }
  { name: 'requests', lifetime: 86400 }
  { name: 'wallets', lifetime: -1 }
  { name: 'wallet-history', lifetime: 63072000 }
  { name: 'wallet-markets', lifetime: 604800 }
  { name: 'wallet-scans', lifetime: 2592000 }
  { name: 'liquidation-samples', lifetime: 63072000 }
  { name: 'liquidation-models', lifetime: -1 }
  { name: 'wallet-proofs', lifetime: 600 }
  { name: 'wallet-bindings', lifetime: -1 }
  { name: 'request-counts', lifetime: 600 }
  { name: 'security-events', lifetime: 34560000 }
]

var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0 }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }

  resource database 'sqlDatabases' = {
    name: databaseName
    properties: {
      resource: { id: databaseName }
      options: { autoscaleSettings: { maxThroughput: maxThroughput } }
    }
  }

  // The identity may read and write documents of this one database, and nothing else.
  resource canWrite 'sqlRoleAssignments' = {
    name: guid(account.id, principalId, databaseName)
    properties: {
      principalId: principalId
      roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
      scope: '${account.id}/dbs/${databaseName}'
    }
    dependsOn: [database]
  }
}

resource collections 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containers: {
    parent: account::database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: { paths: ['/partition'], kind: 'Hash' }
        defaultTtl: container.lifetime
        indexingPolicy: {
          includedPaths: [{ path: '/partition/?' }, { path: '/sort/?' }]
          excludedPaths: [{ path: '/*' }]
        }
      }
    }
  }
]

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = databaseName
