# Builds the executable jar and puts it on a Java runtime. It keeps what must outlive it in /data.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data --create-home keyledger && chmod 700 /data
COPY --from=build /src/server/target/keyledger-server.jar /app/keyledger-server.jar
USER keyledger
WORKDIR /data
VOLUME /data
EXPOSE 8080 8081
ENTRYPOINT ["java", "-jar", "/app/keyledger-server.jar"]
