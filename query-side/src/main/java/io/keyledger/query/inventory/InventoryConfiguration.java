package io.keyledger.query.inventory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the inventory. */
@Configuration(proxyBeanMethods = false)
public class InventoryConfiguration {

    @Bean
    Inventory inventory(JdbcClient jdbc, JsonMapper mapper) {
        KeyRow row = new KeyRow(mapper);
        return new Inventory(
                new WorkspaceTable(jdbc),
                new CampaignTable(jdbc, new CampaignRow(mapper)),
                new BindableTable(jdbc),
                new KeyTable(jdbc, row),
                new KeySearch(jdbc, row));
    }

    @Bean
    InventoryProjection inventoryProjection(JdbcClient jdbc, JsonMapper mapper) {
        return new InventoryProjection(
                new WorkspaceTable(jdbc),
                new CampaignTable(jdbc, new CampaignRow(mapper)),
                new KeyTable(jdbc, new KeyRow(mapper)));
    }

    @Bean
    OAuthInventory oauthInventory(JdbcClient jdbc) {
        return new OAuthInventory(
                new OAuthAppTable(jdbc),
                new AccountTable(jdbc),
                new MemberTable(jdbc),
                new GrantTable(jdbc));
    }

    @Bean
    OAuthInventoryProjection oauthInventoryProjection(JdbcClient jdbc) {
        return new OAuthInventoryProjection(
                new OAuthAppTable(jdbc),
                new AccountTable(jdbc),
                new MemberTable(jdbc),
                new GrantTable(jdbc));
    }
}
