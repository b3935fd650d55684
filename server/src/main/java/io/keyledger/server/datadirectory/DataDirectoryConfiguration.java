package io.keyledger.server.datadirectory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data directory of this process, locked until it ends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataDirectoryProperties.class)
public class DataDirectoryConfiguration {

    @Bean
    DataDirectory dataDirectory(DataDirectoryProperties properties) {
        return DataDirectory.open(properties.dataDir());
    }
}
