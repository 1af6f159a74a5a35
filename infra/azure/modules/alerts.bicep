// What somebody must be told of.
param token string
param location string
param tags object
param email string
param applicationInsightsId string
param cosmosId string
param eventHubsId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-lr-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'liqrisk'
    enabled: true
    emailReceivers: [{ name: 'on call', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var queries = [
  {
    name: 'failed-requests'
    severity: 1
    text: 'More than 1 in 100 requests failed on our side'
    query: 'requests | summarize failed = countif(toint(resultCode) >= 500), total = count() | where total >= 100 and failed * 100 > total'
  }
  {
    name: 'dead-letters'
    severity: 2
    text: 'More than 1 in 100 market-data events could not be used'
    query: 'customMetrics | where name in ("lr_dead_letters", "lr_market_data_events") | summarize total = sum(valueSum) by name | evaluate pivot(name, sum(total)) | where column_ifexists("lr_dead_letters", 0.0) * 100 > column_ifexists("lr_market_data_events", 0.0)'
  }
  {
    name: 'stuck-workflows'
    severity: 2
    text: 'A workflow failed'
    query: 'exceptions | where operation_Name has "RecomputeBonds"'
  }
  {
    name: 'slow-delivery'
    severity: 3
    text: 'News take longer than two seconds to be published, 95 in 100'
    query: 'customMetrics | where name == "lr_delivery_duration" | summarize p95 = percentile(valueMax, 95) | where p95 > 2000'
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for query in queries: {
    name: 'alert-lr-${query.name}'
    location: location
    tags: tags
    properties: {
      displayName: query.text
      severity: query.severity
      enabled: true
      scopes: [applicationInsightsId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: { allOf: [{ query: query.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }] }
      autoMitigate: true
      actions: { actionGroups: [people.id] }
    }
  }
]

var metrics = [
  {
    name: 'database-throttled'
    text: 'The database refuses requests because its throughput is used up'
    scope: cosmosId
    namespace: 'Microsoft.DocumentDB/databaseAccounts'
    metric: 'TotalRequests'
    aggregation: 'Count'
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
    threshold: 100
  }
  {
    name: 'hub-throttled'
    text: 'Event Hubs refuses events because its throughput is used up'
    scope: eventHubsId
    namespace: 'Microsoft.EventHub/namespaces'
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    dimensions: []
    threshold: 10
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metrics: {
    name: 'alert-lr-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.text
      severity: 2
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            dimensions: alert.dimensions
            operator: 'GreaterThan'
            threshold: alert.threshold
            timeAggregation: alert.aggregation
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
